import type { CompareSettings } from './compare.ts';

/** What is compared where the address asks for nothing. */
export const USUAL = { month: '2019-12', views: ['CN', 'US', 'KR'], pair: 'US~KP', sides: 'US~CN' } as const;

/** The same page with some of its settings changed; what is as usual stays out of the address. */
export function compareAddress(settings: CompareSettings, change: Partial<CompareSettings> = {}): string {
  const { month, views, pair, sides, even } = { ...settings, ...change };
  const parts = [
    `month=${month}`,
    `views=${views.join(',')}`,
    `pair=${pair}`,
    ...(sides === USUAL.sides ? [] : [`sides=${sides}`]),
    ...(even ? [] : ['scale=recorded']),
  ];
  return `/compare?${parts.join('&')}`;
}
