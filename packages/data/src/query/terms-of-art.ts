import type { Stance } from '../schema/index.ts';

/** A term of art as coded: CVID, 双暂停 …, and who used it when. */
export interface TermOfArt {
  readonly term: string;
  readonly lang: string;
  readonly issues: readonly string[];
  readonly n: number;
  readonly uses: readonly {
    readonly actor: string;
    readonly n: number;
    readonly first: { readonly date: string; readonly stance: string; readonly from: string };
    readonly last: { readonly date: string; readonly stance: string; readonly from: string };
  }[];
}

/** Every term of art in the record with its first and last use by each actor, most used first. */
export function termsOfArt(stances: readonly Stance[]): TermOfArt[] {
  const groups = new Map<string, Stance[]>();
  for (const stance of stances) {
    if (!stance.term || stance.date.start === null) continue;
    const key = `${stance.term.lang} ${stance.term.text}`;
    groups.set(key, [...(groups.get(key) ?? []), stance]);
  }
  return [...groups.values()].map(describe).sort((a, b) => b.n - a.n || (a.term < b.term ? -1 : 1));
}

function describe(stances: readonly Stance[]): TermOfArt {
  const sorted = [...stances].sort((a, b) => ((a.date.start ?? '') < (b.date.start ?? '') ? -1 : 1));
  const use = ({ date, id, from }: Stance) => ({ date: date.edtf, stance: id, from });
  const actors = [...new Set(sorted.map(({ actor }) => actor as string))].sort();
  return {
    term: sorted[0]?.term?.text ?? '',
    lang: sorted[0]?.term?.lang ?? '',
    issues: [...new Set(sorted.map(({ issue }) => issue))].sort(),
    n: sorted.length,
    uses: actors.map((actor) => {
      const own = sorted.filter((stance) => stance.actor === actor);
      return { actor, n: own.length, first: use(own[0] as Stance), last: use(own.at(-1) as Stance) };
    }),
  };
}
