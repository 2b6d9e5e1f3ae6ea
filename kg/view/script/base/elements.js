// Elements of the page, made from text: no text of an article is ever read as HTML.

/** Make an element "tag.class.class"; attributes that are functions listen to events. */
function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  return fill(document.createElement(tag), classes, attributes, children);
}

/** Make an element of an SVG picture. */
function svg(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), classes, attributes, children);
}

/** Give an element its classes, attributes and children; empty ones are left out. */
function fill(made, classes, attributes, children) {
  if (classes.length) made.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button with a word of the page. */
function button(key, click, values = {}, attributes = {}) {
  return el("button", { type: "button", click, ...attributes }, say(key, values));
}

/** Tell a screen reader. */
function announce(text) {
  document.getElementById("live").textContent = text;
}

// The outline of each shape in a box of 14 by 14.
const OUTLINES = {
  dot: "M7 1a6 6 0 1 0 .01 0z",
  square: "M2 2h10v10H2z",
  diamond: "M7 0l7 7-7 7-7-7z",
  triangle: "M7 1l7 12H0z",
  hexagon: "M4 1.8h6L13 7l-3 5.2H4L1 7z",
  seat: "M3 1h2v6h6v6H9V9H5v4H3z",
  sheet: "M2 0h7l3 3v11H2zM4 5v1h6V5zM4 8v1h6V8z",
};

/** The shape of a kind as a small picture in the kind's colour. */
function shape(kind) {
  const line = svg("path", { d: OUTLINES[data.shapes[kind]], "fill-rule": "evenodd" });
  return svg(`svg.shape.${kind}`, { viewBox: "0 0 14 14", "aria-hidden": "true" }, line);
}
