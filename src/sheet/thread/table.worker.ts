import { readTable, type Table } from '../table.js';
import { carryOutOrders } from './carry-out-orders.js';
import type { TableOrder } from './table.messages.js';

carryOutOrders<TableOrder, never, Table>(({ file, bytes }) => readTable(file, bytes));
