"""Climate stations: daily series, statistics of many years, surfaces between stations."""
