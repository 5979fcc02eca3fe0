import { openRecord } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';

/** The record, opened once for the life of the server. */
export const record = openRecord(snapshot);

/** Where the API of this site answers, without a slash at the end. */
export const api = (process.env['PUBLIC_API'] ?? 'http://localhost:8787').replace(/\/+$/, '');
