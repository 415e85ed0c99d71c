// Writes src/api/generated.ts: every document of src/api/documents/, checked against docs/schema.graphql, with the
// types of its answer and its variables, and the hash that it is asked by. `--check` only says whether it is current.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import {
  buildSchema, getNamedType, isAbstractType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType,
  parse, stripIgnoredCharacters, print, typeFromAST, validate, visit,
} from "graphql";

const at = (path) => new URL(`../${path}`, import.meta.url);
const schema = buildSchema(readFileSync(at("../../docs/schema.graphql"), "utf8"));
const folder = at("src/api/documents/");
const sources = readdirSync(folder).filter((name) => name.endsWith(".graphql")).sort();
const whole = parse(sources.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n"), { noLocation: true });
const mistakes = validate(schema, whole);
if (mistakes.length) throw new Error(mistakes.map((mistake) => mistake.message).join("\n"));

const fragments = new Map();
const operations = [];
for (const definition of whole.definitions) {
  if (definition.kind === "FragmentDefinition") fragments.set(definition.name.value, definition);
  else operations.push(definition);
}
const inputs = new Set();
const SCALARS = { ID: "string", String: "string", DateTime: "string", Boolean: "boolean", Int: "number", Float: "number" };

/** Writes a GraphQL type in TypeScript; `name` says what its innermost type is called. */
function written(type, name) {
  if (isNonNullType(type)) return required(type.ofType, name);
  return `${required(type, name)} | null`;
}

function required(type, name) {
  if (!isListType(type)) return name(type);
  const item = written(type.ofType, name);
  return item.includes(" ") ? `(${item})[]` : `${item}[]`;
}

function leaf(type) {
  if (isEnumType(type)) return type.getValues().map((value) => JSON.stringify(value.name)).join(" | ");
  return SCALARS[type.name];
}

function inputName(type) {
  if (isEnumType(type) || isInputObjectType(type)) inputs.add(type);
  return SCALARS[type.name] ?? type.name;
}

/** Collects what a selection selects of one object type: fields by their key, fragments by their name. */
function selected(type, selectionSet, into = { fields: new Map(), spreads: new Set() }) {
  for (const selection of selectionSet.selections) {
    if (selection.kind === "Field") {
      const key = selection.alias?.value ?? selection.name.value;
      const before = into.fields.get(key);
      into.fields.set(key, before ? merged(before, selection) : selection);
    } else {
      const fragment = selection.kind === "FragmentSpread" ? fragments.get(selection.name.value) : selection;
      const on = schema.getType((fragment.typeCondition ?? { name: { value: type.name } }).name.value);
      if (on === type && selection.kind === "FragmentSpread") into.spreads.add(selection.name.value);
      else if (on === type || (isAbstractType(on) && schema.isSubType(on, type))) selected(type, fragment.selectionSet, into);
    }
  }
  return into;
}

const merged = (one, other) => one.selectionSet
  ? { ...one, selectionSet: { ...one.selectionSet, selections: [...one.selectionSet.selections, ...other.selectionSet.selections] } }
  : one;

function objectType(type, selectionSet) {
  const { fields, spreads } = selected(type, selectionSet);
  const lines = [...fields].map(([key, field]) => `${key}: ${fieldType(type, field)};`);
  const own = lines.length ? [`{ ${lines.join(" ")} }`] : [];
  return [...spreads, ...own].join(" & ");
}

function fieldType(parent, field) {
  if (field.name.value === "__typename") return JSON.stringify(parent.name);
  const { type } = parent.getFields()[field.name.value];
  return written(type, (named) => {
    const text = field.selectionSet ? compositeType(named, field.selectionSet) : leaf(named);
    return text.includes(" | ") && !text.startsWith("{") ? `(${text})` : text;
  });
}

function compositeType(type, selectionSet) {
  if (isObjectType(type)) return objectType(type, selectionSet);
  const [only, ...others] = selectionSet.selections;
  const spread = only.kind === "FragmentSpread" && !others.length && only.name.value;
  if (spread && fragments.get(spread).typeCondition.name.value === type.name) return spread;
  const forms = schema.getPossibleTypes(type).map((each) => objectType(each, selectionSet));
  return [...new Set(forms)].join(" | ");
}

/** Returns an operation's text: itself and the fragments that it spreads, without white space. */
function text(operation) {
  const used = new Set();
  const gather = (node) => visit(node, {
    FragmentSpread({ name: { value } }) {
      if (used.has(value)) return;
      used.add(value);
      gather(fragments.get(value));
    },
  });
  gather(operation);
  const parts = [operation, ...[...used].sort().map((name) => fragments.get(name))];
  return stripIgnoredCharacters(parts.map(print).join("\n"));
}

function operationLines(operation) {
  const name = operation.name.value;
  const root = schema.getRootType(operation.operation);
  const source = text(operation);
  const variables = operation.variableDefinitions.map((definition) => {
    const type = typeFromAST(schema, definition.type);
    return `${definition.variable.name.value}${isNonNullType(type) ? "" : "?"}: ${written(type, inputName)};`;
  });
  return [
    `export type ${name}Variables = { ${variables.join(" ")} };`,
    `export type ${name}Answer = ${objectType(root, operation.selectionSet)};`,
    `export const ${name}: Document<${name}Answer, ${name}Variables> = {`,
    `  name: ${JSON.stringify(name)},`,
    `  sha256: ${JSON.stringify(createHash("sha256").update(source).digest("hex"))},`,
    `  text: ${JSON.stringify(source)},`,
    "};",
    "",
  ];
}

function inputLines(type) {
  if (isEnumType(type)) return [`export type ${type.name} = ${leaf(type)};`, ""];
  const fields = Object.values(type.getFields()).map((field) => `  ${field.name}?: ${written(field.type, inputName)};`);
  return [`export type ${type.name} = {`, ...fields, "};", ""];
}

const body = [
  ...[...fragments.values()].flatMap((fragment) => {
    const type = getNamedType(schema.getType(fragment.typeCondition.name.value));
    return [`export type ${fragment.name.value} = ${compositeType(type, fragment.selectionSet)};`, ""];
  }),
  ...operations.flatMap(operationLines),
];
const inputTypes = [];
for (const type of inputs) inputTypes.push(...inputLines(type)); // a set grows while it is walked
const head = [
  "// Written by `npm run generate` from src/api/documents/ and docs/schema.graphql; not edited by hand.",
  "",
  "/** A document with the types of its answer and variables. */",
  "export type Document<Answer, Variables> = {",
  "  name: string;",
  "  sha256: string;",
  "  text: string;",
  "  /** Only for the type checker. */",
  "  types?: (variables: Variables) => Answer;",
  "};",
  "",
];
const file = at("src/api/generated.ts");
const output = [...head, ...inputTypes, ...body].join("\n");
if (!process.argv.includes("--check")) writeFileSync(file, output);
else if (readFileSync(file, "utf8") !== output) {
  console.error("src/api/generated.ts is behind the schema or the documents: npm run generate");
  process.exit(1);
}
