/* What stands on a slide: every text with its box and its size, and whether anything scrolls. */
() => {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const words = node.textContent.trim();
    const holder = node.parentElement;
    if (!words || !holder.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (holder.closest('style, script, title, caption')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scale = holder.ownerSVGElement ? holder.ownerSVGElement.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
    // A line is as high as its letters, not as its leading: lines of one paragraph would touch.
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const spare = Math.max(0, box.height - size) / 2;
      texts.push({
        words, size, left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare,
      });
    }
  }
  const page = document.documentElement;
  const slide = document.querySelector('.slide');
  return {
    texts,
    title: document.querySelector('.slide h1')?.innerText ?? '',
    scrolls: page.scrollWidth > innerWidth || page.scrollHeight > innerHeight
      || slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth,
  };
}
