"""Pages of the house itself: welcome, the promise, the choice of who to be in the demo."""
