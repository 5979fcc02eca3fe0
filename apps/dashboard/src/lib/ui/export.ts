/** What a reader takes away from a chart: the picture that is shown, and its table. Runs in the browser only. */

/** Properties of our charts that style sheets set; a picture must carry them itself. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'display',
  'visibility',
] as const;

/** Room for title and source around the drawing, in units of its own box. */
const HEAD = 44;
const FOOT = 30;
const SIDE = 16;

/** The drawings of a frame that are on screen now: wide ones or narrow ones, never both. */
export function shownDrawings(figure: Element): SVGSVGElement[] {
  return [...figure.querySelectorAll<SVGSVGElement>('.plot svg')].filter(
    (svg) => svg.getBoundingClientRect().width > 120 && svg.closest('svg') === svg,
  );
}

/** One SVG document with every drawing of the frame, its title above and its source below. Null where the chart is a table. */
export function pictureOf(figure: Element, source: string): string | null {
  const drawings = shownDrawings(figure);
  if (drawings.length === 0) return null;
  const boxes = drawings.map((svg) => svg.viewBox.baseVal);
  const width = Math.max(...boxes.map((box) => box.width)) + 2 * SIDE;
  const height = HEAD + FOOT + boxes.reduce((sum, box) => sum + box.height + SIDE, 0);
  const document = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"/>`,
    'image/svg+xml',
  );
  const root = document.documentElement;
  const style = getComputedStyle(window.document.documentElement);
  root.append(rect(document, width, height, style.getPropertyValue('background-color')));
  const title = figure.querySelector('h2');
  root.append(text(document, SIDE, 26, title?.textContent ?? '', 18, title ? getComputedStyle(title).color : 'black'));
  let top = HEAD;
  drawings.forEach((svg, i) => {
    const box = boxes[i];
    const copy = document.importNode(svg, true);
    paint(svg, copy);
    copy.setAttribute('x', String(SIDE));
    copy.setAttribute('y', String(top));
    copy.setAttribute('width', String(box?.width ?? 0));
    copy.setAttribute('height', String(box?.height ?? 0));
    root.append(copy);
    top += (box?.height ?? 0) + SIDE;
  });
  root.append(text(document, SIDE, height - 12, source, 11, style.color));
  return new XMLSerializer().serializeToString(document);
}

/** Writes what the style sheets gave each shape onto the shape itself. */
function paint(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.removeAttribute('class');
  // As attributes: the site's policy refuses inline styles, in a drawing too.
  for (const name of PAINT) to.setAttribute(name, style.getPropertyValue(name));
  [...from.children].forEach((child, i) => {
    const copy = to.children[i];
    if (copy) paint(child, copy);
  });
}

function rect(document: Document, width: number, height: number, fill: string): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width, height, fill })) made.setAttribute(name, String(value));
  return made;
}

function text(document: Document, x: number, y: number, words: string, size: number, fill: string): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  const set = { x, y, fill, 'font-family': 'Georgia, serif', 'font-size': size };
  for (const [name, value] of Object.entries(set)) made.setAttribute(name, String(value));
  made.textContent = words.trim();
  return made;
}

/** The same picture as PNG, at twice its size so that it prints well. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be drawn'))), 'image/png'),
  );
}

/** A table as CSV (RFC 4180), exactly the cells that are shown; what a spreadsheet would run is disarmed. */
export function csvOf(table: HTMLTableElement): string {
  const cell = (element: Element) => {
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const safe = /^[=+@\t]|^-(?![\d.])/.test(words) ? `'${words}` : words;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [...table.rows].map((row) => [...row.cells].map(cell).join(',')).join('\r\n') + '\r\n';
}

export function save(content: string | Blob, type: string, name: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
