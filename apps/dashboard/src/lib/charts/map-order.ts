interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Arrow keys: left and right go from west to east, up and down from north to south; each way reaches every mark. */
export function nextMark(marks: readonly Placed[], from: string | null, key: string): string | null {
  const across = key === 'ArrowLeft' || key === 'ArrowRight';
  const order = [...marks].sort((a, b) => (across ? a.x - b.x : a.y - b.y) || (a.id < b.id ? -1 : 1));
  const at = order.findIndex(({ id }) => id === from);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: order.length - 1,
  }[key];
  return to === undefined ? null : (order[to]?.id ?? null);
}
