// Opens GraphiQL on the page's endpoint. Cookies stay at home, as they do for every reader of the API.
const page = JSON.parse(document.getElementById("graphiql-page").textContent);

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: async (question, options) => {
      const response = await fetch(page.endpoint, {
        method: "POST",
        credentials: "omit",
        headers: {
          ...options?.headers,
          Accept: "application/graphql-response+json",
          "Content-Type": "application/json",
        },
        body: JSON.stringify(question),
      });
      return response.json();
    },
    defaultQuery: page.example,
  }),
);
