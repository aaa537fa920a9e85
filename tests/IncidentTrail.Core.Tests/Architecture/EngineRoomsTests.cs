namespace IncidentTrail.Tests.Architecture;

public sealed class EngineRoomsTests : RoomsTests
{
    private static readonly RoomPlan Engine = Of(EngineRooms.Table);

    private protected override RoomPlan Plan => Engine;

    [Fact]
    public void A_use_in_the_body_of_a_method_is_seen()
    {
        var broken = Of(Without("Sessions", "Logs")).Forbidden().Except(Engine.Forbidden()).ToList();

        Assert.Contains("Sessions may not use Logs: ParallelReading uses RecordReader", broken);
        Assert.Contains(
            "Sessions may not use Logs: Sessions/ParallelReading.cs has a using of IncidentTrail.Logs", broken);
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

    private static RoomPlan Of(IReadOnlyList<Room> rooms) =>
        new(Repository.Root, "IncidentTrail.Core", "IncidentTrail", rooms, typeof(TrailSession).Assembly.Location);
}
