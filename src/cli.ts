#!/usr/bin/env node
import { runTerminal } from './terminal/terminal.js';

process.exitCode = await runTerminal(process.argv);
