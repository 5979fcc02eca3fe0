/** The seven actors with a colour and a shape of their own, in the order of lanes. Others are named in ink. */
export const MAIN_ACTORS = ['KP', 'US', 'CN', 'KR', 'JP', 'RU', 'UN'] as const;
export type MainActor = (typeof MAIN_ACTORS)[number];

/** The lane of an actor id; bodies of the United Nations share one. */
export function laneOf(actor: string): MainActor | null {
  if (actor === 'un' || actor.startsWith('un-')) return 'UN';
  return (MAIN_ACTORS as readonly string[]).includes(actor) ? (actor as MainActor) : null;
}

/** Shapes of about equal area around the origin, `r` the radius of the circle: colour never stands alone. */
export function actorShape(actor: string, r: number): string {
  const p = (...points: readonly (readonly [number, number])[]) =>
    `M${points.map(([x, y]) => `${round(x * r)},${round(y * r)}`).join('L')}Z`;
  switch (laneOf(actor)) {
    case 'KP':
      return p([0, -1.35], [1.22, 0.75], [-1.22, 0.75]);
    case 'US':
      return circle(r);
    case 'CN':
      return p([-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]);
    case 'KR':
      return p([0, -1.5], [0.87, 0], [0, 1.5], [-0.87, 0]);
    case 'JP':
      return p(...star(r === 0 ? 0 : 1.4, 0.6));
    case 'RU':
      return p([0, 1.35], [1.22, -0.75], [-1.22, -0.75]);
    case 'UN':
      return p(
        [-0.4, -1.15],
        [0.4, -1.15],
        [0.4, -0.4],
        [1.15, -0.4],
        [1.15, 0.4],
        [0.4, 0.4],
        [0.4, 1.15],
        [-0.4, 1.15],
        [-0.4, 0.4],
        [-1.15, 0.4],
        [-1.15, -0.4],
        [-0.4, -0.4],
      );
    case null:
      return circle(r * 0.7);
  }
}

function circle(r: number): string {
  const n = round(r);
  return `M${n},0A${n},${n},0,1,1,-${n},0A${n},${n},0,1,1,${n},0`;
}

function star(outer: number, inner: number): [number, number][] {
  return Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

export const round = (n: number): number => Math.round(n * 10) / 10;
