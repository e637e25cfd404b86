// Plays a case against the built-in station with a fault, and writes the reports: node faulty-run.ts <directory> <fault> <case>
import { ConsoleReport } from '../../src/report/console.ts';
import { JUnitReport } from '../../src/report/junit.ts';
import { MarkdownReport } from '../../src/report/markdown.ts';
import { Redacting } from '../../src/report/redacting.ts';
import { ResultStore } from '../../src/report/store.ts';
import { Run } from '../../src/run/run.ts';
import { plansFor, readFeatures } from '../../src/run/scenarios.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { EmbeddedStationHost } from '../../src/sut/hosts.ts';
import { pkiSource } from '../../src/sut/pki-source.ts';
import { Redactor } from '../../src/trace/redact.ts';

const [directory = '', fault = '', wanted = ''] = process.argv.slice(2);
const config = defaultSutConfig();
const store = new ResultStore(directory);
const reports = [
  store,
  new JUnitReport((xml) => store.write('junit.xml', xml)),
  new MarkdownReport((text) => store.write('summary.md', text)),
  new ConsoleReport({ write: (text) => process.stdout.write(text), live: false, directory: 'out' }),
];
const run = new Run({ strict: false, listeners: [new Redacting(new Redactor(), reports)] });
const host = new EmbeddedStationHost({ config, pki: pkiSource(config), faults: [fault] });
await run.play(
  host,
  plansFor('station', readFeatures()).filter(({ id }) => id === wanted),
);
await run.end();
await host.close();
