"""From a `Question` and the library to an `Answer` that any front end can show."""
