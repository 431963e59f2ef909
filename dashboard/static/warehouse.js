// SQL over the published data: POST /sql, where the server answers it.

import { AskError } from "./graphql.js";
import { offered } from "./offers.js";

const ENDPOINT = "/sql";

/** A statement was refused; `line` and `column` (from 1) say where, if the server knows. */
export class SQLError extends AskError {
  constructor(detail, code) {
    const [, line, column, text] = /^sql(?::(\d+):(\d+))?: (.*)$/s.exec(detail) ?? [null, null, null, detail];
    super("refused", text, code);
    this.line = line ? Number(line) : null;
    this.column = column ? Number(column) : null;
  }
}

/** Whether this server answers SQL. */
export const answersSQL = () => offered("sql") !== "";

/** The named questions: name, text, sql. */
export async function loadQuestions() {
  const { questions } = await fetched(offered("sql"));
  return questions.map((one) => ({ ...one, sql: one.sql.trim() }));
}

/** The answer to a SELECT: `columns` (name, type), `rows` (a list each), `isCut`, `version`. */
export function askSQL(sql, signal) {
  return fetched(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sql }),
    signal,
  });
}

async function fetched(address, options = {}) {
  let response;
  let body;
  try {
    response = await fetch(address, options);
    body = await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw response ? new AskError("refused", `HTTP ${response.status}`) : new AskError("unreachable", String(error.message ?? error));
  }
  if (body.error) throw new SQLError(body.error.message, body.error.code);
  return body;
}
