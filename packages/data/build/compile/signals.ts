import type { ActorId, AuthoredEvent, AuthoredEventType, Event } from '../../src/schema/index.ts';
import type { World } from '../world.ts';

type Signal = Event['signals'][number];

/**
 * What an event carries between states. An authored list replaces the defaults of the type. Defaults: every ordered pair of
 * parties gets the mutual signal, every party or initiator gives each target the directed one. Hosts, mediators, guarantors
 * and observers touch no dyad; neither does an event that did not occur, nor one in the context family.
 */
export function signalsOf(event: AuthoredEvent, world: World): Signal[] {
  if (event.signals) return event.signals;
  const type = world.types.get(event.type)?.value;
  if (!type || type.family === 'context' || event.modality !== 'occurred') return [];
  const states = (...roles: string[]) =>
    event.participants
      .filter(({ actor, role }) => roles.includes(role) && world.actors.get(actor)?.value.kind === 'state')
      .map(({ actor }) => actor);
  const parties = states('party');
  return [
    ...pairs(parties, parties, type.signals.mutual),
    ...pairs(states('party', 'initiator'), states('target'), type.signals.directed),
  ];
}

function pairs(
  from: readonly ActorId[],
  to: readonly ActorId[],
  shares: AuthoredEventType['signals']['mutual'],
): Signal[] {
  if (!shares) return [];
  return from.flatMap((a) => to.filter((b) => b !== a).map((b) => ({ from: a, to: b, ...shares })));
}
