// The page's data: JSON, made small (RFC 1951), as base64 in the page.

/** Read what the page carries. */
async function unpack() {
  const packed = document.getElementById("data").textContent;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}

const data = await unpack();
let language = 0; // 0 Vietnamese, 1 English
