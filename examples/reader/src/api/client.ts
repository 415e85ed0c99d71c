import { CMS } from "../config";
import type { Document } from "./generated";

type Failure = { message: string; extensions?: { code?: string } };

/** The API answered, and said no. `code` is stable; the message is for developers. */
export class Refusal extends Error {
  readonly code: string;

  constructor(failures: Failure[]) {
    super(failures.map((failure) => failure.message).join(" "));
    this.code = failures[0]?.extensions?.code ?? "";
  }
}

export type Options = {
  /** Opens an unpublished page. Sent in a header of a POST: never in an address, which is logged. */
  previewToken?: string;
  /** Asks the server again, whatever the browser's cache holds. */
  fresh?: boolean;
  signal?: AbortSignal;
};

const ENDPOINT = `${CMS}/graphql/`;
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/**
 * Asks the API a document. The GET names it by its hash: short enough for any cache on the way, and without
 * anything that would make the browser ask for leave first. A server that does not know the hash gets the text once.
 */
export async function ask<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  options: Options = {},
): Promise<Answer> {
  if (options.previewToken !== undefined) return post(document, variables, options.previewToken);
  try {
    return await get<Answer>({ ...named(document), ...sent(variables) }, options);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "PERSISTED_QUERY_NOT_FOUND") throw error;
    return get<Answer>({ query: document.text, ...named(document), ...sent(variables) }, options);
  }
}

function named({ sha256 }: { sha256: string }): Record<string, string> {
  return { extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256 } }) };
}

function sent(variables: unknown): Record<string, string> {
  const text = JSON.stringify(variables);
  return text === "{}" ? {} : { variables: text };
}

function get<Answer>(parameters: Record<string, string>, { fresh, signal }: Options): Promise<Answer> {
  return answered(fetch(`${ENDPOINT}?${new URLSearchParams(parameters)}`, {
    headers: { Accept: ACCEPT },
    credentials: "omit",
    cache: fresh ? "no-cache" : "default",
    ...(signal ? { signal } : {}),
  }));
}

function post<Answer>(document: Document<Answer, never>, variables: unknown, token: string): Promise<Answer> {
  return answered(fetch(ENDPOINT, {
    method: "POST",
    headers: { Accept: ACCEPT, "Content-Type": "application/json", "X-Preview-Token": token },
    credentials: "omit",
    body: JSON.stringify({ query: document.text, variables }),
  }));
}

async function answered<Answer>(response: Promise<Response>): Promise<Answer> {
  const { data, errors } = (await (await response).json()) as { data?: Answer; errors?: Failure[] };
  if (errors?.length || !data) throw new Refusal(errors ?? []);
  return data;
}
