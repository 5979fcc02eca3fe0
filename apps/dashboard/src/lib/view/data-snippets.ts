/** A program of a few lines that runs as it stands. */
export interface Snippet {
  readonly id: 'package' | 'client' | 'curl' | 'python' | 'r' | 'duckdb';
  /** The language, by its own name. */
  readonly name: string;
  /** Said once in a shell before it. */
  readonly setup: string | null;
  readonly code: string;
}

/** One way in for each kind of reader, written for this API and this release. */
export function snippets(api: string, release: string): readonly Snippet[] {
  const bulk = `${api}/v1/bulk/${release}`;
  return [
    {
      id: 'package',
      name: 'TypeScript, @peninsula/data',
      setup: 'npm install @peninsula/data',
      code: `import { openRecord } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';
const record = openRecord(snapshot);
const talks = record.events({ dyad: 'KP~US', type: 'talks', from: '2019' });
for (const { date, title } of talks.rows) console.log(date.edtf, title.en);`,
    },
    {
      id: 'client',
      name: 'TypeScript, @peninsula/client',
      setup: 'npm install @peninsula/client',
      code: `import { allEvents, createPeninsula } from '@peninsula/client';
const peninsula = createPeninsula('${api}', { asOf: '${release}' });
const talks = allEvents(peninsula, { dyad: 'KP~US', type: 'talks' });
for await (const { date, title } of talks)
  console.log(date?.edtf, title?.en);`,
    },
    {
      id: 'curl',
      name: 'curl',
      setup: null,
      code: `curl '${api}/v1/events?dyad=KP~US&type=talks&from=2019&to=2019'
curl '${api}/v1/aggregate.csv?group_by=year,family&from=2017&to=2020'
curl '${api}/v1/stances.csv?at=2019-12-20&actor=US,CN'
curl '${api}/v1/cite?url=/v1/events/stockholm-talks-2019&style=bibtex'
curl -O '${bulk}/events.ndjson'`,
    },
    {
      id: 'python',
      name: 'Python',
      setup: 'pip install pandas requests',
      code: `import pandas as pd
import requests

events = pd.read_csv("${bulk}/events.csv")
print(events.groupby("family").size())

url, rows = "${api}/v1/events?actor=KP&from=2019&limit=500", []
while url:
    page = requests.get(url, timeout=30).json()
    rows += page["data"]
    url = page["links"]["next"]
print(len(rows), "of", page["meta"]["total"])`,
    },
    {
      id: 'r',
      name: 'R',
      setup: `Rscript -e 'install.packages(c("readr", "jsonlite"))'`,
      code: `library(readr)
library(jsonlite)

events <- read_csv("${bulk}/events.csv")
table(events$family)

url <- "${api}/v1/stances?at=2019-12-20&actor=US,CN"
stances <- fromJSON(url)$data
stances[, c("actor", "issue", "value")]`,
    },
    {
      id: 'duckdb',
      name: 'DuckDB SQL',
      setup: `curl -O '${bulk}/events.parquet' \\
     -O '${bulk}/event_participants.parquet'`,
      code: `SELECT p.actor, count(DISTINCT e.id) AS talks
FROM 'events.parquet' AS e
JOIN 'event_participants.parquet' AS p ON p.event = e.id
WHERE e.type = 'talks' AND p.role = 'party' AND e.date LIKE '2019%'
GROUP BY p.actor ORDER BY talks DESC LIMIT 5;`,
    },
  ];
}

/** Fetches the sums and checks what was downloaded against them. */
export const verifying = (api: string, release: string): string =>
  `curl -O '${api}/v1/bulk/${release}/SHA256SUMS'
sha256sum --check --ignore-missing SHA256SUMS`;
