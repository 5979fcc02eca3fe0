import type { AuthoredDataset, Snapshot } from '../../src/schema/index.ts';
import type { World } from '../world.ts';
import { qualityOf } from '../quality/index.ts';
import { compileClaims, compileRules } from './claims.ts';
import { compileCodings } from './codings.ts';
import { compileEvents } from './events.ts';
import { compileManifest } from './manifest.ts';
import {
  compileActors,
  compileDocuments,
  compileIssues,
  compilePersons,
  compilePlaces,
  compileProcesses,
  compileRedirects,
  compileTypes,
} from './reference.ts';
import { SourceTable } from './sources.ts';
import { compileStances } from './stances.ts';

/** The world as published. Expects a world the rules have passed; the same world always gives the same bytes. */
export function compile(world: World, dataset: AuthoredDataset): Snapshot {
  const sources = new SourceTable();
  const events = compileEvents(world, sources);
  const documents = compileDocuments(world, sources);
  const persons = compilePersons(world, sources);
  const places = compilePlaces(world, sources);
  const stances = compileStances(world);
  const tables = {
    events,
    documents,
    stances,
    codings: compileCodings(world, stances),
    claims: compileClaims(world),
    rules: compileRules(world, sources),
    sources: sources.rows(),
    actors: compileActors(world),
    persons,
    places,
    processes: compileProcesses(world, events),
    types: compileTypes(world),
    issues: compileIssues(world),
    redirects: compileRedirects(world),
  };
  return { manifest: compileManifest(dataset, tables), quality: qualityOf(dataset, tables), ...tables };
}
