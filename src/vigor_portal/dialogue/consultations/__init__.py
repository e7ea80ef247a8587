"""A draft shown before it is decided: frozen, talked about point by point, and summarised."""
