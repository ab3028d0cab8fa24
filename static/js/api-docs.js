// Starts Swagger UI, which lists every address of the API to be read and tried.
const place = document.getElementById("swagger-ui");

window.SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  layout: "BaseLayout",
  presets: [window.SwaggerUIBundle.presets.apis],
});
