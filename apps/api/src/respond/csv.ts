/** Rows as RFC 4180 text with a header line. Columns are the given ones, in order. */
export function toCsv(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))];
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * One cell. Lists are joined with a vertical bar. A text that a spreadsheet would run as a formula gets a leading apostrophe, the
 * guard OWASP recommends; numbers keep their minus.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const raw = Array.isArray(value)
    ? value.map(String).join('|')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  const text = /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
