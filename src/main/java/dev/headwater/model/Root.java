package dev.headwater.model;

import java.util.List;

/** One independent root of a number: the articles that collapse into it, and why. */
public record Root(
    @Column(
            value = "Name of the root: a named origin, an agency, an owner or an article",
            required = true)
        String root,
    @Column(
            value =
                "Why its articles count once: named_origin, wire, cluster, owner, outlet or article",
            required = true)
        String basis,
    @Column(value = "Ids of the articles", required = true) List<String> articleIds) {}
