import { officesOn } from '../compile/offices.ts';
import type { AuthoredEvent } from '../../src/schema/index.ts';
import type { Located, World } from '../world.ts';
import { datesAreSound } from './sound.ts';
import type { Report, Rule } from './rule.ts';

export const offices: Rule = {
  name: 'offices',
  says: 'Whoever acts in an event holds an office on its date.',
  check(world, report) {
    for (const event of world.events.values()) {
      if (!datesAreSound(event.value.date, event.value.zone)) continue;
      event.value.participants.forEach((participant, i) => {
        participant.persons?.forEach((id, j) => holds(world, event, id, ['participants', i, 'persons', j], report));
      });
      event.value.positions.forEach((position, i) => {
        if (position.speaker !== undefined) holds(world, event, position.speaker, ['positions', i, 'speaker'], report);
      });
    }
  },
};

function holds(world: World, event: Located<AuthoredEvent>, id: string, path: PropertyKey[], report: Report): void {
  const person = world.persons.get(id);
  if (!person) return; // the references rule says so
  const sound = person.value.offices.every((office) =>
    [office.from, office.to].every((date) => date === undefined || datesAreSound(date, 'UTC')),
  );
  if (sound && officesOn(person.value, event.value.date, event.value.zone).length === 0) {
    report(
      event,
      path,
      `${id} holds no recorded office on ${event.value.date}`,
      `add the office, dated, to ${person.file}, or remove the person here`,
    );
  }
}
