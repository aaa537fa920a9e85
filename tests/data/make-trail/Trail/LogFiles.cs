using static IncidentTrail.SampleTrail.Places;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// The trail's deliveries. Files come 3 to 15 minutes after their events, and names within a minute are in no order.
/// </summary>
internal static class LogFiles
{
    public static readonly LogFile[] All =
    [
        new(Operations, UsEast, "2026-03-09 09:15", "q7GbVn2KsXw0RtYe", "2026-03-09 09:00", "2026-03-09 09:10"),
        new(Operations, EuWest, "2026-03-09 09:15", "C4hPzL9dWm1uJx8k", "2026-03-09 09:00", "2026-03-09 09:10"),
        new(Operations, UsEast, "2026-03-09 16:55", "Yt5sNf3AqKo8vB2i", "2026-03-09 16:40", "2026-03-09 16:50"),
        new(Application, UsEast, "2026-03-09 16:55", "eM6wRj0TzUc4Gp9H", "2026-03-09 16:40", "2026-03-09 16:50"),
        // Delivered after midnight: its folder is the day after its events.
        new(Operations, UsEast, "2026-03-10 00:05", "1dXkQ8yFbLs7NvCa", "2026-03-09 23:50", "2026-03-10 00:00"),

        new(Operations, UsEast, "2026-03-10 14:00", "oB9eTm5WgZ2xHrUi", "2026-03-10 13:50", "2026-03-10 13:55"),
        new(Operations, UsEast, "2026-03-10 14:05", "J3vKc7PnYq0aLfSd", "2026-03-10 13:55", "2026-03-10 14:00"),
        // Two files of one minute: the later events are in the file whose name comes first.
        new(Operations, UsEast, "2026-03-10 14:10", "wE8tXz4GhRb6MjQo", "2026-03-10 14:00", "2026-03-10 14:03"),
        new(Operations, UsEast, "2026-03-10 14:10", "A2uNsV5kDy9iFpCl", "2026-03-10 14:03", "2026-03-10 14:05"),
        new(Operations, UsEast, "2026-03-10 14:15", "Hq1LbW7oZx3rTeKm", "2026-03-10 14:05", "2026-03-10 14:10"),
        new(Operations, UsEast, "2026-03-10 14:20", SecondCopy, "2026-03-10 14:10", "2026-03-10 14:17"),
        new(Operations, UsEast, "2026-03-10 14:35", "S8pGfJ0cVt6nXaUy", "2026-03-10 14:22", "2026-03-10 14:30"),
        new(Operations, UsEast, "2026-03-10 14:45", "b5RwMk2ZqEh9DsLi", "2026-03-10 14:30", "2026-03-10 14:40"),
        new(Operations, UsEast, "2026-03-10 14:55", "N7xCyP4vTo1gBuFj", "2026-03-10 14:40", "2026-03-10 14:50"),
        // Held back for 43 minutes and more, and named so that it comes before the other file of its minute.
        new(Operations, UsEast, "2026-03-10 15:05", "0aKdQ3sWl8ZmRiHe", "2026-03-10 14:17",
            "2026-03-10 14:22") { IsLate = true },
        new(Operations, UsEast, "2026-03-10 15:05", "Vf6Tn9XbGc2yJpUo", "2026-03-10 14:50", "2026-03-10 15:00"),
        new(Operations, UsEast, "2026-03-10 15:15", "kL4qEz7HrSw1DvMa", "2026-03-10 15:00", "2026-03-10 15:10"),
        new(Operations, UsEast, "2026-03-10 15:25", "P0iYtB8uCx5oNgKf", "2026-03-10 15:10", "2026-03-10 15:20"),

        new(Operations, EuWest, "2026-03-10 14:15", "g2JhVs6QmXe9RbLd", "2026-03-10 14:00", "2026-03-10 14:10"),
        new(Operations, EuWest, "2026-03-10 14:40", "Zw3TcKf7ApN1uYoi", "2026-03-10 14:28", "2026-03-10 14:37"),

        new(Application, UsEast, "2026-03-10 14:10", "D9rGxEq4LvM0sHbn", "2026-03-10 13:58", "2026-03-10 14:05"),
        new(Application, UsEast, "2026-03-10 14:20", "m1UkZa8WyTj5PcQf", "2026-03-10 14:05", "2026-03-10 14:15"),
        new(Application, UsEast, "2026-03-10 14:35", "R6oXiNd2BgVs7KeL", "2026-03-10 14:22", "2026-03-10 14:32"),
        new(Application, EuWest, "2026-03-10 14:15", "fY5pJt0CwHq3MzSu", "2026-03-10 14:00", "2026-03-10 14:10"),
        new(Application, EuWest, "2026-03-10 14:45", "4bGlDr9XnEa7vKTi", "2026-03-10 14:30", "2026-03-10 14:40"),
    ];

    /// <summary>The unique string of the file that repeats an event of the file before it.</summary>
    public const string SecondCopy = "u3EoSd6YiPv0FxWj";
}
