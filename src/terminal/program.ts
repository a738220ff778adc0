import { Command, CommanderError } from 'commander';
import { ConfigurationError } from '../shared/configuration.js';
import { AppError } from '../shared/errors.js';
import { explain, type Output } from './output.js';
import { refusalOf, speakVietnamese } from './terminal-words.js';

const REFUSED = 2;
const BUG = 1;

/** Hands over the exit code of a command that ended. */
export type Finish = (code: number) => void;

/** Makes commands of a group, which speak as the group does. */
export function under(group: Command): (name: string) => Command {
  return (name) => group.command(name).copyInheritedSettings(group).usage('[tùy chọn]');
}

/** Runs `bo-tri …` with the commands that `addCommands` gives it. @returns the exit code, as `runTerminal` */
export async function runProgram(
  argv: readonly string[],
  output: Output,
  addCommands: (program: Command, finish: Finish) => Promise<void>,
): Promise<number> {
  let exitCode = 0;
  const program = newProgram(output);
  try {
    await addCommands(program, (code) => (exitCode = code));
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (refusalOf(error) !== '') output.err(refusalOf(error));
      return error.exitCode === 0 ? 0 : REFUSED;
    }
    output.err(explain(error));
    return error instanceof AppError || error instanceof ConfigurationError ? REFUSED : BUG;
  }
}

function newProgram(output: Output): Command {
  return speakVietnamese(new Command('bo-tri'))
    .usage('[tùy chọn] <lệnh>')
    .description('Sắp xếp đơn vị hành chính và bố trí cán bộ, công chức theo vị trí việc làm')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
      outputError: () => {},
    });
}
