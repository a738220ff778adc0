/** One process: draws a placement and writes it for peers. Arguments: name, path, `binary` or `dimacs`. */
import { generate, SIZES } from './instance.js';
import { writeBinary, writeDimacs } from './peer-file.js';
import { realUnits } from './real-units.js';
import { asFlowNetwork, weightedCosts } from './weighted.js';

const [name = '', path = '', form = ''] = process.argv.slice(2);
const size = SIZES.find((each) => each.name === name);
if (!size || path === '') throw new Error('write-one NAME PATH binary|dimacs');
const { problem } = generate(size, realUnits());
const write = form === 'dimacs' ? writeDimacs : writeBinary;
write(path, asFlowNetwork(problem), weightedCosts(problem));
process.stdout.write('{}\n');
