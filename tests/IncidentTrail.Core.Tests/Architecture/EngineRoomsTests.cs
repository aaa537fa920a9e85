namespace IncidentTrail.Tests.Architecture;

/// <summary>The engine is built as its table of rooms says.</summary>
public sealed class EngineRoomsTests
{
    private static readonly RoomPlan Plan = Of(EngineRooms.Table);

    [Fact]
    public void Each_room_names_only_rooms_above_it() => Holds(Plan.Upward());

    [Fact]
    public void Rooms_are_the_folders() => Holds(Plan.Unknown());

    [Fact]
    public void No_type_uses_a_room_that_the_table_does_not_allow() => Holds(Plan.Forbidden());

    [Fact]
    public void The_table_allows_nothing_that_no_type_needs() => Holds(Plan.Unused());

    [Fact]
    public void Public_types_are_in_one_namespace_and_others_in_that_of_their_folder() => Holds(Plan.Misnamed());

    [Fact]
    public void No_file_is_overlong() => Holds(Plan.Overlong());

    [Fact]
    public void A_file_declares_one_type() => Holds(Plan.Crowded());

    [Fact]
    public void Only_code_that_runs_for_each_record_is_marked_hot() => Holds(Plan.HotOutside());

    [Fact]
    public void The_table_is_the_one_that_contributors_read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        Assert.Contains("\n|---|---|---|\n" + Plan.Markdown() + "\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_use_in_the_body_of_a_method_is_seen()
    {
        var broken = Of(Without("Sessions", "Logs")).Forbidden().ToList();

        Assert.Contains("Sessions may not use Logs: OrderedReader uses RecordReader", broken);
        Assert.Contains(
            "Sessions may not use Logs: Sessions/OrderedReader.cs has a using of IncidentTrail.Logs", broken);
        Assert.All(broken, b => Assert.StartsWith("Sessions may not use Logs: ", b));
    }

    [Fact]
    public void A_circle_of_rooms_is_seen()
    {
        var table = EngineRooms.Table
            .Select(r => r.Name == "Json" ? r with { Uses = [.. r.Uses, "Records"] } : r);

        Assert.Equal(["Json may not name Records, which does not stand above it"], Of([.. table]).Upward());
    }

    private static List<Room> Without(string room, string used) =>
        [.. EngineRooms.Table.Select(r => r.Name == room ? r with { Uses = [.. r.Uses.Where(u => u != used)] } : r)];

    private static void Holds(IEnumerable<string> broken)
    {
        var text = string.Join('\n', broken);
        Assert.True(text.Length == 0, text);
    }

    private static RoomPlan Of(IReadOnlyList<Room> rooms) =>
        new("IncidentTrail.Core", "IncidentTrail", rooms, typeof(TrailSession).Assembly.Location);
}
