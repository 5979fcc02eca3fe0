import { nearest } from '../../src/query/nearest.ts';
import type { Located, Table, World } from '../world.ts';
import type { Report, Rule } from './rule.ts';

export const references: Rule = {
  name: 'references',
  says: 'Every id a record names exists, and every evidence number points at one of its own sources.',
  check(world, report) {
    const known = (table: Table<unknown>, what: string) => reference(world, report, table, what);
    const actor = known(world.actors, 'actor');
    const person = known(world.persons, 'person');
    const place = known(world.places, 'place');
    const process = known(world.processes, 'process');
    const event = known(world.events, 'event');
    const target = linkTarget(world, report);

    for (const at of world.events.values()) {
      const record = at.value;
      place(at, ['place'], record.place);
      process(at, ['process'], record.process);
      record.participants.forEach((participant, i) => {
        actor(at, ['participants', i, 'actor'], participant.actor);
        participant.persons?.forEach((id, j) => person(at, ['participants', i, 'persons', j], id));
      });
      Object.keys(record.detail.vote?.votes ?? {}).forEach((id) => actor(at, ['detail', 'vote', 'votes', id], id));
      record.outcomes.forEach((outcome, i) => actor(at, ['outcomes', i, 'party'], outcome.party));
      record.signals?.forEach((signal, i) => {
        actor(at, ['signals', i, 'from'], signal.from);
        actor(at, ['signals', i, 'to'], signal.to);
      });
      record.links.forEach((link, i) => target(at, ['links', i, 'to'], link.to));
      record.distinctFrom.forEach((id, i) => event(at, ['distinctFrom', i], id));
      positions(at, record.positions, actor, person);
    }
    for (const at of world.documents.values()) {
      at.value.parties.forEach((id, i) => actor(at, ['parties', i], id));
      process(at, ['process'], at.value.process);
      event(at, ['event'], at.value.event);
      at.value.commitments.forEach((commitment, i) => {
        [...commitment.by, ...commitment.to].forEach((id) => actor(at, ['commitments', i], id));
        commitment.status.forEach((status, j) => event(at, ['commitments', i, 'status', j, 'event'], status.event));
      });
      positions(at, at.value.positions, actor, person);
    }
    for (const at of world.persons.values()) {
      actor(at, ['actor'], at.value.actor);
      at.value.offices.forEach((office, i) => actor(at, ['offices', i, 'actor'], office.actor));
    }
    for (const at of world.places.values()) actor(at, ['country'], at.value.country);
    for (const at of world.processes.values()) at.value.parties.forEach((id, i) => actor(at, ['parties', i], id));
    for (const at of world.actors.values()) actor(at, ['partOf'], at.value.partOf);
    for (const table of [world.events, world.documents, world.persons]) {
      for (const at of table.values()) evidenceNumbers(at, at.value, at.value.sources.length, [], report);
    }
  },
};

type Check = (at: Located<unknown>, path: readonly PropertyKey[], id: string | undefined) => void;

function reference(world: World, report: Report, table: Table<unknown>, what: string): Check {
  return (at, path, id) => {
    if (id === undefined || table.has(id) || world.unread.has(id)) return;
    const [close] = nearest(id, [...table.keys()], 1);
    report(
      at,
      path,
      `no ${what} ${JSON.stringify(id)}`,
      close === undefined
        ? `add that ${what} first`
        : `did you mean ${JSON.stringify(close)}? Otherwise add that ${what}`,
    );
  };
}

/** Links lead to events or documents. */
function linkTarget(world: World, report: Report): Check {
  const both = new Map<string, Located<unknown>>([...world.events, ...world.documents]);
  return reference(world, report, both, 'event or document');
}

function positions(
  at: Located<unknown>,
  list: readonly { actor: string; speaker?: string | undefined; target?: string | undefined }[],
  actor: Check,
  person: Check,
): void {
  list.forEach((position, i) => {
    actor(at, ['positions', i, 'actor'], position.actor);
    actor(at, ['positions', i, 'target'], position.target);
    person(at, ['positions', i, 'speaker'], position.speaker);
  });
}

function evidenceNumbers(
  at: Located<unknown>,
  value: unknown,
  count: number,
  path: PropertyKey[],
  report: Report,
): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'evidence' && Array.isArray(child)) {
      child.forEach((n: number, i) => {
        if (n > count) {
          report(at, [...here, i], `source ${n} does not exist`, `this record has ${count} sources, counted from 1`);
        }
      });
    } else evidenceNumbers(at, child, count, here, report);
  }
}
