namespace IncidentTrail.Tests.Architecture;

/// <summary>
/// A project's rooms, lowest first, held against its sources and its built assembly. Each answer is a list of sentences
/// that name what breaks the plan.
/// </summary>
/// <param name="repository">The repository's folder.</param>
/// <param name="project">The project's folder in <c>src</c>.</param>
/// <param name="root">The namespace of public types, and of what lies at the project's root.</param>
/// <param name="rooms">The table.</param>
/// <param name="assembly">The assembly that was built from the project.</param>
internal sealed class RoomPlan(
    string repository, string project, string root, IReadOnlyList<Room> rooms, string assembly)
{
    private const int LongestFile = 250;

    private readonly IReadOnlyList<SourceFile> _files =
        SourceFile.ReadAll(Path.Combine(repository, "src", project));

    private readonly AssemblyUses _uses = AssemblyUses.Of(assembly);

    /// <summary>A room that names one which does not stand above it in the table: the only way to a circle.</summary>
    internal IEnumerable<string> Upward() =>
        from at in Enumerable.Range(0, rooms.Count)
        from used in rooms[at].Uses
        where !rooms.Take(at).Any(r => r.Name == used)
        select $"{rooms[at].Name} may not name {used}, which does not stand above it";

    /// <summary>A folder that is no row of the table, and a row that is no folder.</summary>
    internal IEnumerable<string> Unknown()
    {
        var folders = _files.Select(f => f.Room).Distinct().ToList();
        return folders.Except(Names).Where(f => f.Length > 0).Select(f => $"{f} is a folder and no room of the table")
            .Concat(Names.Except(folders).Select(r => $"{r} is a room of the table and no folder"));
    }

    /// <summary>A use of a type, or of a room's namespace, that the table does not allow.</summary>
    internal IEnumerable<string> Forbidden()
    {
        var home = Homes();
        var byType = from use in _uses.All
                     where home.ContainsKey(use.User) && home.ContainsKey(use.Used)
                     where !May(home[use.User], home[use.Used])
                     select $"{home[use.User]} may not use {home[use.Used]}: {use.User} uses {use.Used}";
        var byUsing = from file in _files
                      from used in file.Usings
                      where RoomOf(used) is { } room && !May(file.Room, room)
                      select $"{file.Room} may not use {RoomOf(used)}: {file.Path} has a using of {used}";
        return byType.Concat(byUsing).Order(StringComparer.Ordinal);
    }

    /// <summary>What the table allows and nothing does: it would let in unnoticed what was never decided.</summary>
    internal IEnumerable<string> Unused()
    {
        var home = Homes();
        var used = _uses.All.Where(u => home.ContainsKey(u.User) && home.ContainsKey(u.Used))
            .Select(u => (home[u.User], home[u.Used])).ToHashSet();
        used.UnionWith(_files.SelectMany(f => f.Usings, (f, u) => (f.Room, RoomOf(u) ?? string.Empty)));
        return from room in rooms
               from one in room.Uses
               where !used.Contains((room.Name, one))
               select $"{room.Name} may use {one}, and does not";
    }

    /// <summary>A public type outside what users see, an internal one outside its folder's namespace.</summary>
    internal IEnumerable<string> Misnamed() =>
        from file in _files
        where file.Types.Count > 0
        let wanted = file.Types.Any(t => t.IsPublic) ? root : NamespaceOf(file.Room)
        where file.Namespace != wanted
        select $"{file.Path} is in the namespace {file.Namespace}, not {wanted}";

    internal IEnumerable<string> ByCulture() => CultureUses.Of(assembly);

    internal IEnumerable<string> Overlong() =>
        _files.Where(f => f.Lines > LongestFile).Select(f => $"{f.Path} has {f.Lines} lines, more than {LongestFile}");

    internal IEnumerable<string> Crowded() =>
        from file in _files
        where file.Types.Count > 1
        select $"{file.Path} declares {string.Join(" and ", file.Types.Select(t => t.Name))}";

    /// <summary>A method marked hot in a room whose code does not run for each record.</summary>
    internal IEnumerable<string> HotOutside()
    {
        var home = Homes();
        return _uses.Hot.Distinct().Where(t => !rooms.Any(r => r.IsHot && r.Name == home[t]))
            .Select(t => $"{t} has a method marked hot, and {home[t]} is no room that runs for each record");
    }

    /// <summary>Empty where CONTRIBUTING.md shows this very table.</summary>
    internal IEnumerable<string> Untold()
    {
        var text = File.ReadAllText(Path.Combine(repository, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        if (!text.Contains("\n|---|---|---|\n" + Markdown() + "\n", StringComparison.Ordinal))
            yield return "CONTRIBUTING.md does not show this table:\n" + Markdown();
    }

    private string Markdown() => string.Concat(rooms.Select(r =>
        $"| {(r.Name.Length == 0 ? "(root)" : r.Name)}{(r.IsHot ? " \u2022" : "")} | {r.Holds} | {string.Join(", ", r.Uses)} |\n"));

    private IEnumerable<string> Names => rooms.Select(r => r.Name);

    // A generic type's name in an assembly ends with the number of its parameters.
    private Dictionary<string, string> Homes() => _files
        .SelectMany(f => f.Types, (f, t) => (t.Name, f.Room))
        .SelectMany(t => new[] { t.Name, t.Name + "`1", t.Name + "`2" }, (t, name) => (name, t.Room))
        .ToDictionary(t => t.name, t => t.Room);

    private bool May(string user, string used) =>
        user == used || !Names.Contains(used) || rooms.Any(r => r.Name == user && r.Uses.Contains(used));

    private string? RoomOf(string name) => Names.FirstOrDefault(r => NamespaceOf(r) == name);

    private string NamespaceOf(string room) => room.Length == 0 ? root : $"{root}.{room}";
}
