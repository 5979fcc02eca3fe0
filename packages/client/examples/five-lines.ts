import { allEvents, createPeninsula } from '@peninsula/client';

const peninsula = createPeninsula(process.env['PENINSULA_API'] ?? 'http://localhost:8787');
for await (const { date, title } of allEvents(peninsula, { dyad: 'KP~US', type: 'summit' }))
  console.log(date?.edtf, title?.en);
