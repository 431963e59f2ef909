// The public API, as anybody may ask it: POST /graphql.

export const ENDPOINT = "/graphql";
const PATIENCE_MS = 20_000;

/** The server could not be reached, did not answer in time, or refused the question. */
export class AskError extends Error {
  /** kind: "unreachable", "slow" or "refused"; code: the API's own word for a refusal. */
  constructor(kind, detail, code = null) {
    super(detail);
    this.kind = kind;
    this.code = code;
  }
}

/** The `data` of the answer to a query; `token` is for those that write. */
export async function ask(query, variables = {}, { token = null } = {}) {
  let response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw new AskError(error.name === "TimeoutError" ? "slow" : "unreachable", String(error.message ?? error));
  }
  let body;
  try {
    body = await response.json();
  } catch {
    throw new AskError("refused", `HTTP ${response.status}`);
  }
  if (body.errors?.length) {
    throw new AskError("refused", body.errors.map((one) => one.message).join("; "), body.errors[0].extensions?.code ?? null);
  }
  if (!body.data) throw new AskError("refused", body.message ?? `HTTP ${response.status}`);
  return body.data;
}

/** All rows of a list: follows the cursors. `query` takes `$after` and names the list `rows`. */
export async function askAll(query, variables = {}) {
  const rows = [];
  let after = null;
  do {
    const { rows: page } = await ask(query, { ...variables, after });
    rows.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return rows;
}

/** A value in GraphQL's own notation; `new Name("ASC")` stands for an enum's value. */
export function literal(value) {
  if (value instanceof Name) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([key, one]) => `${key}: ${literal(one)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** An enum's value. */
export class Name {
  constructor(text) {
    this.text = text;
  }
}
