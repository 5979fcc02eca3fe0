/**
 * Node takes in one new connection with each turn of its loop (libuv since 1.45), after it has run all that became ready. So answers that
 * have to be made go one to a turn: under full load neither new connections nor kept answers wait behind all of them.
 */
export function oneInATurn(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const turn = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(turn);
  };
  return () =>
    new Promise((go) => {
      waiting.push(go);
      if (waiting.length === 1) setImmediate(turn);
    });
}
