// Writes the API description that the page's types are generated from: `npm run openapi`, after a build.
import { writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { openInMemory } from '../dist/src/database/open-database.js';
import { ENTITIES } from '../dist/src/entities.js';
import { apiDescription, httpApplication } from '../dist/src/http.js';

const database = await openInMemory(ENTITIES);
const app = await httpApplication(database, { provinceCode: '11', demo: false });
await writeFile('docs/openapi.json', `${JSON.stringify(apiDescription(app), null, 2)}\n`);
await app.close();
await database.close();
