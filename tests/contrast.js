// Every text a reader sees: how its colour stands out from what lies behind it. WCAG 1.4.3: 4.5,
// or 3 where it is large. Behind a chart's text lie the shapes drawn before it. `part` is what is
// measured of the app; else all of it.
(part) => {
  const dot = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const known = {};
  const colour = (text) => {
    if (!(text in known)) {
      dot.clearRect(0, 0, 1, 1);
      dot.fillStyle = text;
      dot.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
      known[text] = [red, green, blue, alpha / 255];
    }
    return known[text];
  };
  const over = (top, under, opacity = 1) =>
    [0, 1, 2].map((part) => top[part] * top[3] * opacity + under[part] * (1 - top[3] * opacity));
  const light = (mixed) => {
    const [red, green, blue] = mixed.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const family = (element) => {
    const found = [];
    for (let one = element; one; one = one.parentElement) found.push(one);
    return found;
  };
  const opacity = (element) =>
    family(element).reduce((product, one) => product * getComputedStyle(one).opacity, 1);
  const behind = (element, middle) => {
    let mixed = [255, 255, 255];
    for (const one of family(element).reverse()) {
      if (!(one instanceof SVGElement)) {
        mixed = over(colour(getComputedStyle(one).backgroundColor), mixed);
      }
    }
    const chart = element instanceof SVGElement && element.closest('.js-plotly-plot');
    for (const shape of chart ? chart.querySelectorAll('path, rect') : []) {
      const style = getComputedStyle(shape), box = shape.getBoundingClientRect();
      const isBefore = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      const isUnder = box.left <= middle.x && middle.x <= box.right
        && box.top <= middle.y && middle.y <= box.bottom;
      if (isBefore && isUnder && !shape.closest('defs') && /^rgb/.test(style.fill)) {
        mixed = over(colour(style.fill), mixed, style.fillOpacity * opacity(shape));
      }
    }
    return mixed;
  };
  const measured = (element, text, style) => {
    const box = element.getBoundingClientRect();
    const middle = {x: box.left + box.width / 2, y: box.top + box.height / 2};
    const ground = behind(element, middle);
    const paint = colour(element instanceof SVGElement ? style.fill : style.color);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const faded = opacity(element) * (style === getComputedStyle(element) ? 1 : style.opacity);
    return {text: text.slice(0, 60), ratio: ratio(over(paint, ground, faded), ground),
            needed: isLarge ? 3 : 4.5, isInChart: element instanceof SVGElement};
  };
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
      && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  };
  const found = [];
  const walker = document.createTreeWalker(
    document.querySelector(part ?? '[data-testid="stApp"]'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (text && !/^(STYLE|SCRIPT|TITLE)$/.test(element.tagName) && isSeen(element)) {
      found.push(measured(element, text, getComputedStyle(element)));
    }
  }
  for (const input of document.querySelectorAll(part ? `${part} input` : 'input, textarea')) {
    const text = input.value || input.placeholder;
    if (text && isSeen(input)) {
      found.push(measured(input, text, getComputedStyle(input, input.value ? null : '::placeholder')));
    }
  }
  return found;
}
