// A program of its own that loads the sheets of a province, given as JSON, into the installation's database.
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { Installation } from '../../dist/src/access/installation.js';
import { ProvinceService } from '../../dist/src/registry/province.service.js';
import { withInstalled } from '../../dist/src/terminal/installed.js';

const sources = JSON.parse(await readFile(process.argv[2], 'utf8'));
await withInstalled((app) =>
  app
    .get(ProvinceService, { strict: false })
    .load(app.get(Installation).operator('terminal'), sources),
);
