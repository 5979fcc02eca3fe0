import { snapshot } from '@peninsula/data/snapshot';
import { createApp } from './app.ts';
import openapi from './generated/openapi.json' with { type: 'json' };

export default createApp(snapshot, { openapi });
