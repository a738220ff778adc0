#!/usr/bin/env node
import 'reflect-metadata';
import { runTerminal } from './terminal/terminal.js';

process.exitCode = await runTerminal(process.argv);
