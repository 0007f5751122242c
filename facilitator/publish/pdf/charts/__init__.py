"""Drawings that need no legend: what a mark means stands in words beside it."""
