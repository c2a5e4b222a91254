// Stands in for Node's types in the universal project: declarations of dependencies that ask for them get nothing,
// so that `Buffer` and `process` stay compile errors there.
