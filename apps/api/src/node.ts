import { snapshot } from '@peninsula/data/snapshot';
import { createApp } from './app.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { listen } from './listen.ts';

listen(createApp(snapshot, { openapi }), Number(process.env['API_PORT'] ?? 8787));
