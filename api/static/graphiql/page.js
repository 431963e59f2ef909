// Starts GraphiQL on the endpoint beside this page.
const QUERY = `# Weights of 2021 models tested at 224 pixels above 80 % top-1
{
  evaluations(
    where: {
      dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224}, top1: {gt: 80},
      variant: {model: {year: {exact: 2021}}}
    }
    orderBy: [{top1: DESC}]
    first: 10
  ) {
    totalCount
    nodes { top1 top5 imgSize variant { name licence { name } model { name year } } }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL("graphql", location.href).href }),
    defaultQuery: QUERY,
    // A token in the headers is not written to the browser's storage.
    shouldPersistHeaders: false,
  }),
);
