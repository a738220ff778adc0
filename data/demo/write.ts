import { writeFile } from 'node:fs/promises';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';
import { generateDemo } from './generate.js';

// Run from the repository's root, built: node dist/data/demo/write.js
for (const { fileName, spec } of generateDemo().workbooks) {
  await writeFile(`data/demo/${fileName}`, await writeWorkbook(spec));
}
