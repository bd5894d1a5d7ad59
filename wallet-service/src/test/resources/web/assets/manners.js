// Served by a test of the web server, beside the front end that a build without it lacks.
export const nothing = 0;
