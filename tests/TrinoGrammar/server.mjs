// Athena as far as statements go: a catalogue of tables, made by the statements that make tables, and queries that end at once,
// or fail where their statement does not parse: Hive's language for tables, Trino's for the rest. POST /check/trino and /check/hive
// say of a text what a parser says. The port is written to the output; it ends when its input does: with whoever started it.
import { createServer } from 'node:http';
import { HiveSQL, TrinoSQL } from 'dt-sql-parser';
import { statements } from './tables.mjs';

const parsers = { hive: new HiveSQL(), trino: new TrinoSQL() };
const tables = new Map();
const queries = [];
// Where a text does not parse, a parser tries pieces of it to say what was expected, and writes what it thinks of them.
console.error = () => {};

// A text that holds two statements parses, too: a value that ended its own would be one.
function check(language, sql) {
  const errors = parsers[language].validate(sql);
  if (errors.length > 0) return `line ${errors[0].startLine}:${errors[0].startColumn}: ${errors[0].message}`;
  const count = parsers[language].splitSQLByStatement(sql)?.length ?? 0;
  return count === 1 ? null : `${count} statements`;
}

// Commas inside brackets are the types' own.
function columns(text) {
  let depth = 0;
  const parts = [''];
  for (const c of text.replace(/\s+/g, ' ')) {
    depth += c === '<' ? 1 : c === '>' ? -1 : 0;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim().match(/^`?([^` ]+)`? (.+)$/)).map(([, Name, type]) => ({ Name, Type: type.replace(/ /g, '').toLowerCase() }));
}

function make(sql) {
  const [, name, body, keys, rest] = sql.match(/^CREATE EXTERNAL TABLE (\S+) \(([\s\S]+?)\)\s+PARTITIONED BY \(([^)]+)\)([\s\S]*)$/);
  const properties = [...rest.matchAll(/'([^']+)'='([^']*)'/g)].map(([, key, value]) => [key, value]);
  tables.set(name.replaceAll('`', ''), { Columns: columns(body), PartitionKeys: columns(keys), Parameters: Object.fromEntries(properties) });
}

function run(sql) {
  const isOfTable = /^(CREATE EXTERNAL|DROP) TABLE/.test(sql);
  const fault = check(isOfTable ? 'hive' : 'trino', sql);
  if (fault === null && sql.startsWith('CREATE')) make(sql);
  const status = fault === null ? { State: 'SUCCEEDED' } : { State: 'FAILED', StateChangeReason: `SYNTAX_ERROR: ${fault}` };
  queries.push({ status, names: fault === null && !isOfTable ? names(sql) : [] });
  return queries.length;
}

// What the columns of the answer are called: the last word of each expression between the outermost SELECT and FROM.
function names(sql) {
  let depth = 0;
  let parts = null;
  for (const [token] of sql.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|,|[\w$]+|[^\w$]/g)) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    const isOutermost = depth === 0 && token !== ')';
    if (isOutermost && token === 'SELECT') parts = [''];
    else if (isOutermost && token === 'FROM' && parts) break;
    else if (isOutermost && token === ',' && parts) parts.push('');
    else if (isOutermost && parts && token.trim()) parts[parts.length - 1] = token;
  }
  return parts.map((name) => name.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
}

const query = (id) => queries[id.split('-')[1] - 1];

const operations = {
  GetTableMetadata: ({ DatabaseName, TableName }) => {
    const table = tables.get(`${DatabaseName}.${TableName}`);
    return table ? { TableMetadata: { Name: TableName, TableType: 'EXTERNAL_TABLE', ...table } } : null;
  },
  StartQueryExecution: ({ QueryString }) => ({ QueryExecutionId: `query-${run(QueryString)}` }),
  GetQueryExecution: ({ QueryExecutionId }) => ({
    QueryExecution: {
      QueryExecutionId, Status: query(QueryExecutionId).status, EngineVersion: { EffectiveEngineVersion: 'Athena engine version 3' },
      Statistics: { DataScannedInBytes: 0, TotalExecutionTimeInMillis: 1 },
    },
  }),
  // No table holds anything: the row that names the columns is all.
  GetQueryResults: ({ QueryExecutionId }) => ({
    ResultSet: { Rows: [{ Data: query(QueryExecutionId).names.map((name) => ({ VarCharValue: name })) }] },
  }),
  StopQueryExecution: () => ({}),
};

function answer(request, body) {
  const language = request.url.match(/^\/check\/(hive|trino)$/)?.[1];
  if (language) return [200, { fault: check(language, body) }];
  const operation = request.headers['x-amz-target']?.split('.')[1];
  const result = operations[operation]?.(JSON.parse(body));
  return result ? [200, result] : [400, {
    __type: 'MetadataException',
    message: 'Entity Not Found (Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; Request ID: 1; Proxy: null)',
  }];
}

for (const sql of statements) {
  const fault = check('hive', sql);
  if (fault) throw new Error(`${fault}\n${sql}`);
  make(sql);
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part)).on('end', () => {
    const [status, result] = answer(request, Buffer.concat(parts).toString('utf8'));
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(result));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
