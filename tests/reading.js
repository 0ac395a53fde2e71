// Everything that stands on a page, as it is printed; see Reading in serving.py.
// A table belongs to the download that follows it, else to the heading above it. Tables in one box
// are one table, told under several headings.
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const clean = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const all = (selector) => [...main.querySelectorAll(selector)];
  const texts = (selector) => all(selector).map((one) => clean(one.innerText));
  const key = (element, prefix) => {
    const names = [...element.closest(`[class*="st-key-${prefix}"]`)?.classList ?? []];
    return names.find((name) => name.startsWith(`st-key-${prefix}`))?.slice(7 + prefix.length);
  };
  const tables = {}, downloads = [];
  let above = '', last = null, box = null;
  for (const one of main.querySelectorAll('h1, h2, h3, table, [class*="st-key-csv_"]')) {
    if (one.tagName === 'TABLE') {
      const rows = [...one.rows].map((row) => [...row.cells].map((cell) => clean(cell.innerText)));
      const its = one.closest('[class*="st-key-scroll_"]');
      if (its && its === box && last !== null) { tables[last].push(...rows.slice(1)); continue; }
      last = above;
      box = its;
      tables[last] = rows;
    } else if (one.tagName.startsWith('H')) {
      above = clean(one.innerText);
    } else {
      const name = key(one, 'csv_');
      downloads.push(name);
      if (last !== null) { tables[name] = tables[last]; delete tables[last]; last = null; }
    }
  }
  const charts = [...main.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .filter((chart) => chart.checkVisibility())
    .map((chart) => [key(chart, 'chart_').replace(/^(wide|narrow)_/, ''),
                     chart.getAttribute('role') === 'figure' ? clean(chart.ariaLabel) : '',
                     clean(chart.innerText)]);
  return {
    headings: texts('h1').concat(texts('h2, h3')),
    titles: texts('h1'),
    text: clean(main.innerText),
    tables, downloads,
    alternatives: Object.fromEntries(charts.map(([name, alt]) => [name, alt])),
    charts: Object.fromEntries(charts.map(([name, , text]) => [name, text])),
    words: Object.fromEntries(all('[class*="st-key-more_"] details').map((panel) => [
      key(panel, 'more_'), clean(panel.querySelector('[data-testid="stMarkdown"]')?.innerText)])),
    errors: texts('[data-testid="stAlert"]'),
    exceptions: texts('[data-testid="stException"]'),
  };
}
