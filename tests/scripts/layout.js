// Returns what is wrong with how a page looks: one line for each kind of thing.
() => {
  const wrong = new Set();
  const article = document.querySelector("article");
  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const named = (element) =>
    `<${element.tagName.toLowerCase()}> "${element.textContent.trim().slice(0, 40)}"`;

  if (document.documentElement.scrollWidth > innerWidth) wrong.add("is wider than the screen");
  const title = document.querySelector("h1");
  if (!title || !isShown(title)) wrong.add("has no visible title");

  // Blocks that lie over each other.
  const blocks = [...article.children].filter(isShown);
  for (const [at, block] of blocks.entries()) {
    const above = blocks[at - 1]?.getBoundingClientRect();
    if (above && block.getBoundingClientRect().top < above.bottom - 1)
      wrong.add(`${named(block)} lies over what is above it`);
  }

  // Pictures that are not there, and those in which nobody can read the text.
  for (const picture of article.querySelectorAll("img")) {
    const shrunk = picture.getBoundingClientRect().width / picture.naturalWidth;
    if (!picture.naturalWidth) wrong.add(`${picture.src} is not shown`);
    else if (shrunk < 0.5) wrong.add(`${picture.src} is shown at ${shrunk.toFixed(2)} of its size`);
    if (!picture.alt) wrong.add(`${picture.src} has no text in its place`);
  }

  // Text that is cut off where nothing can be scrolled, and text without contrast to what is
  // behind it (WCAG 2.2, 1.4.3: 4.5 to 1, or 3 to 1 where it is large).
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  // Remembers what a function has returned: a page has few colours, and many elements.
  const once = (make, known = new Map()) => (of) =>
    known.get(of) ?? known.set(of, make(of)).get(of);
  const channels = once((colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  });
  const over = ([r, g, b, a], below) =>
    [r, g, b].map((value, at) => (value * a + below[at] * (255 - a)) / 255);
  const behind = once((element) => {
    if (!element) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 255 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
  });
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const seen = new Map();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || !isShown(element)) continue;
    const style = getComputedStyle(element);
    seen.set(element, true);
    if (element.matches(".headerlink, script, style")) continue;
    const below = behind(element);
    const ratio = contrast(over(channels(style.color), below), below);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (isLarge ? 3 : 4.5))
      wrong.add(`${style.color} on rgb(${below.map(Math.round)}) has a contrast of ${ratio.toFixed(1)}: ${named(element)}`);
    if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1)
      wrong.add(`${named(element)} is cut off`);
  }
  return [...wrong];
}
