import type { Command, CommanderError, Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

/** Help in Vietnamese, for the commands too that copy its settings. What is wrong is told by `refusalOf` alone. */
export function speakVietnamese(command: Command): Command {
  return command
    .helpOption('-h, --help', 'hiện trợ giúp')
    .helpCommand('help [lệnh]', 'hiện trợ giúp về một lệnh')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription,
      subcommandTerm,
    });
}

function optionDescription(option: Option): string {
  const { description } = option;
  const defaultValue: unknown = option.defaultValue;
  if (typeof defaultValue !== 'string') return description;
  return `${description} (mặc định: ${defaultValue})`;
}

function subcommandTerm(command: Command): string {
  const parameters = command.registeredArguments.map((each) => `<${each.name()}>`);
  return [command.name(), ...parameters].join(' ');
}

const HINT = 'Gõ "bo-tri --help" để xem cách dùng.';

const REFUSALS: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownOption': (named) => `Không có tùy chọn "${named}".`,
  'commander.unknownCommand': (named) => `Không có lệnh "${named}".`,
  'commander.missingMandatoryOptionValue': (named) => `Thiếu tùy chọn bắt buộc "${named}".`,
  'commander.optionMissingArgument': (named) => `Tùy chọn "${named}" cần kèm giá trị.`,
  'commander.missingArgument': (named) => `Thiếu tham số "${named}".`,
  'commander.invalidArgument': (named) => `Tùy chọn "${named}" không nhận giá trị này.`,
  'commander.excessArguments': (named) => `Lệnh "${named}" được cho thừa tham số.`,
};

/** What is wrong with the words of a command line; '' for help, which is no refusal. */
export function refusalOf({ code, message }: CommanderError): string {
  const word = REFUSALS[code];
  if (word === undefined) return '';
  return `${word(/'([^']+)'/.exec(message)?.[1] ?? '')} ${HINT}`;
}
