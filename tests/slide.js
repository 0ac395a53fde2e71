// What a window shows of a slide. Boxes are of letters: a little less high than their lines.
(buttons) => {
  const { innerWidth: width, innerHeight: height } = window;
  const unit = Math.min(width / 100, (height * 1.7778) / 100);
  const boxes = [];
  let smallest = Infinity;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest('caption, style')) continue;
    const drawing = parent.closest('svg');
    const range = document.createRange();
    range.selectNodeContents(node);
    const scale = drawing ? parent.getScreenCTM().a : 1;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize) * scale);
    const found = drawing ? [parent.getBoundingClientRect()] : range.getClientRects();
    for (const { left, right, top, bottom } of found) {
      const cut = (bottom - top) * 0.12;
      boxes.push({ left, right, top: top + cut, bottom: bottom - cut, said: node.textContent.slice(0, 40) });
    }
  }
  const corner = {
    left: width - (buttons.wide + 4) * unit, right: width, top: height - buttons.high * unit,
    bottom: height, said: 'the buttons',
  };
  const meets = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const overlaps = [];
  for (const [place, one] of boxes.entries())
    for (const other of [...boxes.slice(place + 1), corner])
      if (meets(one, other)) overlaps.push(`${one.said} / ${other.said}`);
  const body = document.querySelector('.slide-body').getBoundingClientRect();
  const table = document.querySelector('.slide-body > table')?.getBoundingClientRect();
  const outside = boxes
    .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
    .map(({ said }) => said);
  if (table && table.bottom > body.bottom + 1) outside.push('the table');
  const root = document.scrollingElement;
  return { unit, smallest, overlaps, outside, scrolls: root.scrollHeight > height || root.scrollWidth > width };
}
