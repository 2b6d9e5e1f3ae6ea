// What the page carries, made small (RFC 1951) as base64: vis-network, and the data as JSON.

/** The bytes that base64 stands for; browsers of before 2025 take the longer way. */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Read what an element of the page carries. */
function unpack(id) {
  const bytes = bytesOf(document.getElementById(id).textContent);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
}

/** Run the library, which the page's policy knows by its hash. */
async function runLibrary() {
  const script = document.createElement("script");
  script.textContent = await unpack("library").text();
  document.head.append(script);
}

if (!("DecompressionStream" in window)) {
  document.getElementById("panel").textContent = "Trình duyệt này quá cũ để mở trang. This browser is too old for the page.";
  return;
}
const [data] = await Promise.all([unpack("data").json(), runLibrary()]);
let language = 0; // 0 Vietnamese, 1 English
