// What this server has beside the pages: the shell says so.

/** Address of an offer ("graphiql", "sql"); empty where the server has none. */
export const offered = (name) => document.querySelector(`meta[name=${name}]`).content;
